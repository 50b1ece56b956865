export interface Record {
  id: string;
  name: string;
  email: string;
  code: string;
}

/** The first two are customers of the sample data. */
export const RECORDS: readonly Record[] = [
  { id: '4711', name: 'Oliver Grant', email: 'oliver.grant@brightwater-foods.example', code: 'K-20417' },
  { id: '4712', name: '周敏', email: 'zhou.min@hengxin-logistics.example', code: 'K-20418' },
  { id: '4713', name: 'Petra Lindqvist', email: 'petra@lindqvist-bau.example', code: 'K-20419' },
];

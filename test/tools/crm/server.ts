import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RECORDS, type Record } from './records.ts';

/** A records application of our own, with the odd markup of one that grew in a firm: nothing in it says what it is. */
export interface SampleCrm {
  at(id: string): string;
  /** From the next load on, everything is built otherwise: other tags, attributes, words and order. */
  redesign(): void;
  /** An address of the host that is no record. */
  list(): string;
  close(): Promise<void>;
}

const page = (title: string, body: string) =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><style>body{font:14px/1.5 sans-serif;margin:24px;max-width:820px}.k{color:#666;width:9em;display:inline-block}</style>${body}`;

/** The own address of the firm stands first and in the same form: by general rules it is as good as the customer's. */
const old = ({ id, name, email, code }: Record) =>
  page(
    'Akte',
    `<div id="kopf"><b>Vorgangsakte</b> <i>Blatt ${id}</i></div>
<div class="kasten zwei"><h3>Verteiler</h3>
<div class="z"><span class="k">Rundschreiben</span> <span class="v">verteiler@werkhof.example</span></div>
<div class="z"><span class="k">Ablage</span> <span class="v">ablage@werkhof.example</span></div></div>
<div class="kasten eins"><h3>Stammsatz</h3>
<div class="z"><span class="k">Kennung</span> <span class="v">${code}</span></div>
<div class="z"><span class="k">Inhaber</span> <span class="v gross">${name}</span></div>
<div class="z"><span class="k">Netzpost</span> <span class="v np">${email}</span></div></div>
<div class="kasten"><h3>Vermerke</h3><p>Unterlagen liegen im Schrank.</p></div>`,
  );

const redesigned = ({ id, name, email, code }: Record) =>
  page(
    'Vorgang',
    `<main><section><ul><li>Eintrag ${id}</li><li>verteiler@werkhof.example</li><li>ablage@werkhof.example</li></ul></section>
<article><table><tr><td>Zeichen</td><td>Person</td></tr><tr><td><em>${code}</em></td><td><em>${name}</em></td></tr>
<tr><td>Post</td><td><em>${email}</em></td></tr></table></article></main>`,
  );

export async function startCrm(): Promise<SampleCrm> {
  let draw = old;
  const server = createServer((request, response) => {
    const record = RECORDS.find(({ id }) => request.url?.startsWith(`/akte/${id}`));
    response.writeHead(record ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(record ? draw(record) : page('Akten', '<p>Keine Akte.</p>'));
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address() as AddressInfo;
  return {
    at: (id) => `http://127.0.0.1:${port}/akte/${id}`,
    redesign: () => {
      draw = redesigned;
    },
    list: () => `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((settle) => {
        server.closeAllConnections();
        server.close(() => settle());
      }),
  };
}

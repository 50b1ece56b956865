import { names } from './names.ts';
import { closeStocked } from './stocked.ts';
import { store } from './store.ts';
import { tableOf } from './table.ts';

try {
  console.log(tableOf([...(await names()), ...(await store())]));
} finally {
  await closeStocked();
}

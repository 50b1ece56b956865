import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const SENTENCES = [
  'The harbour office keeps its tables of the tides in a drawer that sticks when the weather is wet.',
  'Whoever wants to read them asks for the key, signs the book, and brings both back before noon.',
  'In spring the ferries run late, for the channel silts up and the pilots wait for the flood.',
  'A lamp over the gate shows red while the bridge is open and green when carts may cross.',
];

/** A page such as most are: text, links and a table, and nobody's address or number in it. */
function html(): string {
  const paragraph = (at: number) =>
    `<p>${SENTENCES.map((_, step) => SENTENCES[(at + step) % SENTENCES.length]).join(' ')} <a href="#part">More</a></p>`;
  const section = (at: number) =>
    `<section><h2>Part</h2>${Array.from({ length: 6 }, (_, step) => paragraph(at + step)).join('')}</section>`;
  const row = '<tr><td>Ferry</td><td>Tide</td><td>Lamp</td></tr>';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The harbour</title></head>
<body><nav><a href="#">Home</a> <a href="#">Tables</a></nav><main><h1>The harbour</h1>
${Array.from({ length: 25 }, (_, at) => section(at)).join('\n')}<table>${row.repeat(120)}</table></main></body></html>`;
}

/** Serves that page under every path on loopback. */
export async function startArticle(): Promise<{ origin: string; close(): Promise<void> }> {
  const page = html();
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { canonicalEmail } from '../../utils/customer/email.ts';
import { openReader, type PageReader, readPageFile } from './page-reader.ts';

const USAGE = `usage: npm run detect -- FILE.html… --url URL [--own ADDRESS…] [--no-sites]
       npm run detect -- --list FILE.jsonl [--no-sites]     one {"file","url","own":[]} per line`;

interface Job {
  file: string;
  url: string;
  own: string[];
}

interface Asked {
  jobs: Job[];
  sites: boolean;
  /** Lines of the list that cannot be read. */
  bad: string[];
}

/** `--own a@x b@y` takes every address that follows it, besides repeated `--own` and commas. */
function spread(argv: readonly string[]): string[] {
  const out: string[] = [];
  let own = false;
  for (const arg of argv) {
    if (arg.startsWith('--')) own = arg === '--own';
    else if (own && canonicalEmail(arg)) {
      if (out[out.length - 1] !== '--own') out.push('--own');
      out.push(arg);
      continue;
    } else if (own) own = out[out.length - 1] === '--own';
    out.push(arg);
  }
  return out;
}

function ask(argv: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: spread(argv),
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      own: { type: 'string', multiple: true, default: [] },
      list: { type: 'string' },
      'no-sites': { type: 'boolean', default: false },
    },
  });
  const own = values.own
    .flatMap((one) => one.split(','))
    .map((one) => canonicalEmail(one) ?? one.toLowerCase());
  const sites = !values['no-sites'];
  if (values.list) return { ...fromList(values.list, own), sites };
  if (positionals.length === 0 || !values.url) throw new Error(USAGE);
  const url = values.url;
  return { jobs: positionals.map((file) => ({ file, url, own })), sites, bad: [] };
}

function fromList(list: string, own: string[]): { jobs: Job[]; bad: string[] } {
  const jobs: Job[] = [];
  const bad: string[] = [];
  readFileSync(list, 'utf8')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === '') return;
      try {
        const one = JSON.parse(line) as Partial<Job>;
        if (typeof one.file !== 'string' || typeof one.url !== 'string')
          throw new Error('"file" and "url" are needed');
        const owned = (Array.isArray(one.own) ? one.own : []).map(
          (raw) => canonicalEmail(String(raw)) ?? String(raw),
        );
        jobs.push({ file: one.file, url: one.url, own: [...own, ...owned] });
      } catch (error) {
        bad.push(`${list}:${index + 1}: ${(error as Error).message}`);
      }
    });
  return { jobs, bad };
}

async function look(reader: PageReader, job: Job, sites: boolean): Promise<void> {
  const seen = await reader.read(readPageFile(job.file), job.url, { own: job.own, sites }, job.file);
  console.log(JSON.stringify({ file: job.file, url: job.url, site: seen.site, candidates: seen.candidates }));
}

async function main(): Promise<number> {
  const { jobs, sites, bad } = ask(process.argv.slice(2));
  for (const line of bad) console.error(line);
  let failed = bad.length;
  const reader = await openReader();
  try {
    for (const job of jobs) {
      try {
        await look(reader, job, sites);
      } catch (error) {
        failed++;
        console.error(`${job.file}: ${(error as Error).message.split('\n')[0]}`);
      }
    }
  } finally {
    await reader.close();
  }
  return failed > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

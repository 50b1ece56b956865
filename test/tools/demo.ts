import { parseArgs } from 'node:util';
import { shoot } from './demo-shots.ts';
import { whatItSees } from './sees.ts';
import { startSession } from './session.ts';

const USAGE = 'npm run demo [-- --headless] [-- --shots DIR]';

function readArguments(): { headless: boolean; shots: string | null } {
  try {
    const { values } = parseArgs({ options: { headless: { type: 'boolean' }, shots: { type: 'string' } } });
    return { headless: values.headless ?? false, shots: values.shots ?? null };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\nUsage: ${USAGE}`);
  }
}

/** A browser to play with, on the sample mailbox; ends when it is closed. */
async function show(): Promise<void> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    throw new Error(
      `There is no display to open a browser on. Use: ${USAGE.replace('[', '').replace(']', '')}`,
    );
  const session = await startSession({ headless: false, viewport: null });
  process.once('SIGINT', () => void session.browser.context.close());
  const closed = new Promise<void>((done) => session.browser.context.once('close', () => done()));
  await session.open('inbox', 'renewal');
  console.log(`Sample mailbox: ${session.mailbox.at('inbox')}`);
  console.log(await whatItSees(session, 'Oliver Grant, Brightwater Foods'));
  console.log(
    'Open other mails, write a note, press ? in the margin for its keys. Close the browser to end.',
  );
  await closed;
  await session.close();
}

try {
  const { headless, shots } = readArguments();
  if (headless || shots) await shoot(shots);
  else await show();
} catch (error) {
  console.error(`The demo failed: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

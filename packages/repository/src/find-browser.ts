import { findCommand, isExecutable } from './find-command.ts';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** What to do if no browser was found. */
export const browserMissing: string =
  'THE BROWSER SUITE WAS NOT RUN: neither Chromium nor Chrome was found. Install one (Debian: `apt-get install chromium`), or name it in CHROME_PATH.';

/** Finds Chromium or Chrome: the one that `CHROME_PATH` names, else an installed one. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  if (environment.CHROME_PATH) return environment.CHROME_PATH;
  return findCommand(commands, environment) ?? installed[process.platform]?.find(isExecutable);
}

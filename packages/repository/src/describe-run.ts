import { stripVTControlCharacters, styleText } from 'node:util';

/** The part that is read of what turbo writes for `--summarize`. */
export interface RunSummary {
  readonly execution: {
    readonly attempted: number;
    readonly cached: number;
    readonly startTime: number;
    readonly endTime: number;
  };
  readonly tasks: readonly TaskSummary[];
}

interface TaskSummary {
  readonly taskId: string;
  readonly logFile: string;
  readonly execution?: { readonly exitCode?: number };
}

/** Lines of a log that are shown. The path of the log follows where there are more. */
const longest = 50;
/** vitest begins its list of failures so. What precedes it is the list of all files. */
const failuresBegin = /⎯ (Failed|Unhandled|Startup) /;

/** The tasks that ran and failed. */
export function failedTasks({ tasks }: RunSummary): readonly TaskSummary[] {
  return tasks.filter(({ execution }) => execution && execution.exitCode !== 0);
}

/** Describes a run of turbo in one line, after the reason of each task that failed. */
export function describeRun(summary: RunSummary, readLog: (path: string) => string, colors: boolean): string {
  const { attempted, cached, startTime, endTime } = summary.execution;
  const time = `${((endTime - startTime) / 1000).toFixed(1)} s`;
  const failed = failedTasks(summary);
  if (failed.length === 0)
    return `${attempted} ${attempted === 1 ? 'task' : 'tasks'} passed in ${time}, ${cached} from the cache.`;
  const emphasize = (text: string) => (colors ? styleText(['red', 'bold'], text, { validateStream: false }) : text);
  const reasons = failed.map(({ taskId, logFile }) => {
    const reason = reasonOf(readLog(logFile), logFile);
    return `${emphasize(`✗ ${nameOf(taskId)}`)}\n\n${colors ? reason : stripVTControlCharacters(reason)}\n`;
  });
  const names = failed.map(({ taskId }) => nameOf(taskId)).join(', ');
  const result = emphasize(`${failed.length} of ${attempted} tasks failed in ${time}: ${names}.`);
  const isBuild = failed.some(({ taskId }) => taskId.endsWith('#build'));
  return [...reasons, isBuild ? `${result} Tasks that depend on a failed build did not run.` : result].join('\n');
}

/** A task of the root has no package. */
function nameOf(taskId: string): string {
  return taskId.replace(/^\/\/#/, '');
}

function reasonOf(log: string, path: string): string {
  const lines = log
    .replace(/^\s*(> .*\n)+/, '') // npm's banner
    .replace(/^npm error Lifecycle script [\s\S]*$/m, '') // npm's own failure, which repeats the exit code
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\s*✓ /.test(stripVTControlCharacters(line)));
  const first = lines.findIndex((line) => failuresBegin.test(stripVTControlCharacters(line)));
  const rest = first < 0 ? lines : lines.slice(first);
  if (rest.length <= longest) return rest.join('\n').replace(/^\n+/, '');
  // A tool that lists failures starts with the first of them; another one ends with its reason.
  const shown = first < 0 ? rest.slice(-longest) : rest.slice(0, longest);
  return `${shown.join('\n')}\n… ${rest.length - longest} lines more in ${path}`;
}

import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import ts from 'typescript';

/** What TypeScript's language service says about a file that uses clients. The file does not exist on disk. */
export function languageServiceOf(text: string) {
  const file = join(import.meta.dirname, 'editor.test.input.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
  });
  return {
    /** The signature and the doc comment of the name before a position. */
    hoverAt: (position: number) => {
      const info = service.getQuickInfoAtPosition(file, position - 1);
      return {
        signature: ts.displayPartsToString(info?.displayParts),
        text: ts.displayPartsToString(info?.documentation),
      };
    },
    completionsAt: (position: number) =>
      service.getCompletionsAtPosition(file, position, {})?.entries.map(({ name }) => name) ?? [],
    definitionAt: (position: number) => service.getDefinitionAtPosition(file, position - 1)?.[0]?.fileName ?? '',
    /** The errors of the file, with the lines that they are in. */
    errors: () =>
      service.getSemanticDiagnostics(file).map(({ messageText, start = 0 }) => ({
        line: text.slice(0, start).split('\n').length - 1,
        message: ts.flattenDiagnosticMessageText(messageText, '\n'),
      })),
  };
}

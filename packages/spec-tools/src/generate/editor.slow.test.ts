import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** The responses of TypeScript's language service at the end of `before`, in a file that uses a client. */
function editorAt(before: string, after = '') {
  const file = join(import.meta.dirname, 'editor.test.input.ts');
  const text = before + after;
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
    hover: () => {
      const info = service.getQuickInfoAtPosition(file, before.length - 1);
      return {
        signature: ts.displayPartsToString(info?.displayParts),
        text: ts.displayPartsToString(info?.documentation),
      };
    },
    completions: () => service.getCompletionsAtPosition(file, before.length, {})?.entries.map(({ name }) => name) ?? [],
    definition: () => service.getDefinitionAtPosition(file, before.length - 1)?.[0]?.fileName ?? '',
  };
}

const magnify = `import type { Magnify } from '@plumbline/magnify';\ndeclare const magnify: Magnify;\n`;

it('hovering a method shows the description of the spec', () => {
  const { signature, text } = editorAt(`${magnify}magnify.motions.list`, '();').hover();
  expect(signature).toContain('list(');
  expect(text).toContain('List motions');
  expect(text).toContain('Returns motions page by page');
  expect(text).toContain('`GET /motions`');
  expect(text).toContain('Evidence: documented');
});

it('hovering a parameter shows the description of the spec', () => {
  const { text } = editorAt(`${magnify}magnify.motions.list({ size`, ': 5 });').hover();
  expect(text).toMatch(/page/i);
});

it('hovering a property that refers to an open enum shows the description of the enum', () => {
  const getMotion = `${magnify}const motion = await magnify.motions.get({ motionId: 'm' });\n`;
  expect(editorAt(`${getMotion}motion.state`, ';\nexport {};').hover().text).toContain("A motion's state");
});

it('hovering a method with several media types shows all of them', () => {
  const mx = `import type { MxAudience } from '@plumbline/mx-audience';\ndeclare const mx: MxAudience;\n`;
  const { signature } = editorAt(`${mx}mx.audiences.listMembers`, ';').hover();
  expect(signature).toContain(`Media extends "application/json" | "text/csv"`);
});

it('completions offer the known values of closed and open enums', () => {
  expect(editorAt(`${magnify}magnify.motions.list({ state: '`, `' });`).completions()).toContain('EXECUTING');
  const getMotion = `${magnify}const { state } = await magnify.motions.get({ motionId: 'm' });\n`;
  expect(editorAt(`${getMotion}if (state === '`, `') {}\nexport {};`).completions()).toContain('EXECUTING');
});

it('the definition of a method is in the generated file', () => {
  expect(editorAt(`${magnify}magnify.motions.list`, '();').definition()).toMatch(
    /magnify\/(dist|src)\/generated\/operations/,
  );
});

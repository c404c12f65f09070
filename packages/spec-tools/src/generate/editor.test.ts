import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** What an editor would answer at the end of `before` in a file of somebody who uses the client. */
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

it('shows the words of the spec on hovering a method', () => {
  const { signature, text } = editorAt(`${magnify}magnify.motions.list`, '();').hover();
  expect(signature).toContain('list(');
  expect(text).toContain('List motions');
  expect(text).toContain('Returns motions page by page');
  expect(text).toContain('`GET /motions`');
  expect(text).toContain('Evidence: documented');
});

it('shows the words of the spec on hovering a parameter', () => {
  const { text } = editorAt(`${magnify}magnify.motions.list({ size`, ': 5 });').hover();
  expect(text).toMatch(/page/i);
});

it('shows the words of an open enum on hovering a property that refers to it', () => {
  const answer = `${magnify}const motion = await magnify.motions.get({ motionId: 'm' });\n`;
  expect(editorAt(`${answer}motion.state`, ';\nexport {};').hover().text).toContain("A motion's state");
});

it('shows the media types that can be asked for on hovering a method that has several', () => {
  const mx = `import type { MxAudience } from '@plumbline/mx-audience';\ndeclare const mx: MxAudience;\n`;
  const { signature } = editorAt(`${mx}mx.audiences.listMembers`, ';').hover();
  expect(signature).toContain(`Media extends "application/json" | "text/csv"`);
});

it('offers the known values of a closed and of an open enum', () => {
  expect(editorAt(`${magnify}magnify.motions.list({ state: '`, `' });`).completions()).toContain('EXECUTING');
  const answer = `${magnify}const { state } = await magnify.motions.get({ motionId: 'm' });\n`;
  expect(editorAt(`${answer}if (state === '`, `') {}\nexport {};`).completions()).toContain('EXECUTING');
});

it('goes from a method to its place in the generated file', () => {
  expect(editorAt(`${magnify}magnify.motions.list`, '();').definition()).toMatch(
    /magnify\/(dist|src)\/generated\/operations/,
  );
});

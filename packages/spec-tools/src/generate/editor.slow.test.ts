import { expect, it } from 'vitest';
import { languageServiceOf } from './language-service.ts';

/** What an editor shows at the end of `before`. */
function editorAt(before: string, after = '') {
  const { hoverAt, completionsAt, definitionAt } = languageServiceOf(before + after);
  const { length } = before;
  return {
    hover: () => hoverAt(length),
    completions: () => completionsAt(length),
    definition: () => definitionAt(length),
  };
}

const magnify = `import type { Magnify } from '@plumbline/magnify';\ndeclare const magnify: Magnify;\n`;

it('hovering a method shows the description of the spec', () => {
  const { signature, text } = editorAt(`${magnify}magnify.motions.list`, '();').hover();
  expect(signature).toContain('list(');
  expect(text).toContain('List motions');
  expect(text).toContain('Returns motions page by page');
  expect(text).toContain('`GET /motions`');
  expect(text).not.toContain('@');
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

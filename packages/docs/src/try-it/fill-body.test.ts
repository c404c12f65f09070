import { describe, expect, it } from 'vitest';
import { withFile } from './fill-body.ts';

const file = { name: 'a "b".txt', type: 'text/plain', text: 'hello\n$& -- world' };
const type = 'multipart/form-data; boundary=part';
const title = '--part\nContent-Disposition: form-data; name="title"\n\nit\n';
const photo = (name: string, mediaType: string, text: string) =>
  `--part\nContent-Disposition: form-data; name="photo"; filename="${name}"\nContent-Type: ${mediaType}\n\n${text}\n`;
const added = photo('a %22b%22.txt', 'text/plain', file.text);

describe('a file of the form', () => {
  it('a file is the whole body of bytes', () => {
    expect(withFile('old', '', 'image/png', file)).toBe(file.text);
  });

  it('a file takes the place of the example in its part', () => {
    const body = `${photo('file', 'application/octet-stream', 'old')}${title}--part--\n`;
    expect(withFile(body, 'photo', type, file)).toBe(`${added}${title}--part--\n`);
  });

  it('a file that the example leaves out is a part at the end', () => {
    expect(withFile(`${title}--part--\n`, 'photo', type, file)).toBe(`${title}${added}--part--\n`);
  });

  it('a file of an unknown type is a stream of octets', () => {
    const body = withFile(`${title}--part--\n`, 'photo', type, { ...file, type: '' });
    expect(body).toContain('Content-Type: application/octet-stream');
  });
});

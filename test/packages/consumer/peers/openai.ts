import OpenAI from 'openai';

const openai = new OpenAI({ apiKey: 'key' });
const response = await openai.responses.create({ model: 'gpt-5', input: 'Hello' });
export const text: string = response.output_text;

import type { DocumentCase } from '../document-case.ts';
import { typesCase } from './types-case.ts';

const cat =
  'Cat: { type: object, required: [kind, lives], properties: { kind: { type: string }, lives: { type: integer } } }';
const dog =
  'Dog: { type: object, required: [kind, barks], properties: { kind: { type: string }, barks: { type: boolean } } }';
const narrows = `
export const read = (pet: api.Out): number | boolean | string => {
  if (pet.kind === 'cat') return pet.lives;
  switch (pet.kind) {
    case 'dog':
      return pet.barks;
    default:
      return \`new: \${pet.kind}\`;
  }
};
export const isOpen = (pet: api.Out): string => pet.kind;
`;

export const taggedUnionCases: readonly DocumentCase[] = [
  typesCase(
    'unions-mapping',
    `
    Out:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
      discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: Dog } }
    In: { $ref: '#/components/schemas/Out' }
    ${cat}
    ${dog}
`,
    `${narrows}
export const sent: api.ThingsRunParams[] = [{ body: { kind: 'cat', lives: 9 } }, { body: { kind: 'dog', barks: true } }];
// @ts-expect-error a request has no other kinds
export const other: api.ThingsRunParams = { body: { kind: 'bird' } };
// @ts-expect-error a dog has no lives
export const mixed: api.ThingsRunParams = { body: { kind: 'dog', lives: 9 } };
`,
    {
      exchanges: [
        {
          name: 'a client sends a variant of a union',
          options: { token: 't' },
          call: (client) => client.things.run({ body: { kind: 'cat', lives: 9 } }),
          sends: { body: { kind: 'cat', lives: 9 } },
          responds: Response.json({ kind: 'bird' }),
          resolves: { kind: 'bird' },
        },
      ],
    },
  ),
  typesCase(
    'unions-by-name',
    `
    Out: { oneOf: [{ $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' }], discriminator: { propertyName: kind } }
    ${cat.replace('Cat', 'cat')}
    ${dog.replace('Dog', 'dog')}
`,
    narrows,
  ),
  typesCase(
    'unions-by-constants',
    `
    Out: { anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
    Cat: { type: object, required: [kind, lives], properties: { kind: { const: cat }, lives: { type: integer } } }
    Dog: { type: object, required: [kind, barks], properties: { kind: { type: string, enum: [dog] }, barks: { type: boolean } } }
`,
    narrows,
  ),
  typesCase(
    'unions-inline',
    `
    Out:
      type: object
      required: [pets]
      properties:
        pets:
          type: array
          items:
            oneOf:
              - { type: object, title: A cat, required: [kind, lives, id], properties: { id: { type: string }, kind: { type: string, enum: [cat] }, lives: { type: integer } } }
              - { type: object, required: [kind, barks, id], properties: { id: { type: string }, kind: { type: string, enum: [dog, puppy] }, barks: { type: boolean } } }
`,
    `
export const read = (out: api.Out): (number | boolean | string)[] =>
  out.pets.map((pet) => (pet.kind === 'cat' ? pet.lives : pet.kind === 'puppy' ? pet.barks : pet.kind === 'dog' ? pet.barks : pet.kind));
export const ids = (out: api.Out): string[] => out.pets.map((pet) => pet.id);
`,
  ),
  typesCase(
    'unions-nested',
    `
    Out:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
      discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } }
    ${cat}
    Dog:
      oneOf: [{ $ref: '#/components/schemas/Puppy' }, { $ref: '#/components/schemas/Adult' }]
      discriminator: { propertyName: stage, mapping: { puppy: '#/components/schemas/Puppy', adult: '#/components/schemas/Adult' } }
    Puppy: { type: object, required: [stage, weeks], properties: { stage: { type: string }, weeks: { type: integer } } }
    Adult: { type: object, required: [stage, years], properties: { stage: { type: string }, years: { type: integer } } }
`,
    `
export const read = (pet: api.Out): number | string => {
  if (pet.kind === 'cat') return pet.lives;
  if (pet.kind === 'dog') return pet.stage === 'puppy' ? pet.weeks : pet.stage === 'adult' ? pet.years : pet.stage;
  return pet.kind;
};
`,
  ),
  typesCase(
    'unions-shared',
    `
    Out: { type: object, required: [one, two, alone], properties: { one: { $ref: '#/components/schemas/One' }, two: { $ref: '#/components/schemas/Two' }, alone: { $ref: '#/components/schemas/Cat' } } }
    One: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }
    Two: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Fish' }], discriminator: { propertyName: kind, mapping: { cat: Cat, fish: Fish } } }
    ${cat}
    ${dog}
    Fish: { type: object, required: [kind, fins], properties: { kind: { type: string }, fins: { type: integer } } }
`,
    `
export const read = ({ one, two }: api.Out): unknown[] => [one.kind === 'cat' ? one.lives : 0, two.kind === 'cat' ? two.lives : 0, two.kind === 'fish' && two.fins];
same<api.Out['alone']['kind'], 'cat'>(true);
`,
  ),
  typesCase(
    'unions-of-a-base',
    `
    Out: { type: object, required: [pet], properties: { pet: { $ref: '#/components/schemas/Pet' }, pets: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
    In: { type: object, required: [pet], properties: { pet: { $ref: '#/components/schemas/Pet' } } }
    Pet:
      type: object
      required: [kind, name]
      properties: { kind: { type: string }, name: { type: string } }
      discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } }
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, required: [lives], properties: { lives: { type: integer } } }] }
    Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, required: [barks], properties: { barks: { type: boolean }, friend: { $ref: '#/components/schemas/Pet' } } }] }
`,
    `
export const read = ({ pet }: api.Out): number | boolean | string => {
  if (pet.kind === 'cat') return pet.lives;
  if (pet.kind === 'dog') return pet.friend?.kind === 'cat' ? pet.friend.lives : pet.barks;
  return pet.name;
};
export const name = ({ pets = [] }: api.Out): string[] => pets.map((one) => one.name);
export const sent: api.In = { pet: { kind: 'dog', name: 'Rex', barks: true } };
// @ts-expect-error a request has no other kinds
export const other: api.In = { pet: { kind: 'bird', name: 'Rex' } };
`,
  ),
  typesCase(
    'unions-beside-their-tag',
    `
    Out:
      type: object
      required: [kind, id]
      properties: { id: { type: string }, kind: { type: string, enum: [cat, dog] } }
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
      discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } }
    ${cat}
    ${dog}
`,
    `${narrows}
export const id = (pet: api.Out): string => pet.id;
`,
  ),
  typesCase(
    'unions-of-their-children',
    `
    Out: { $ref: '#/components/schemas/Pet' }
    In: { $ref: '#/components/schemas/Pet' }
    Pet:
      type: object
      required: [kind, id]
      properties: { id: { type: string }, kind: { type: string } }
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
      discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } }
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, required: [lives], properties: { lives: { type: integer } } }] }
    Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, required: [barks], properties: { barks: { type: boolean } } }] }
`,
    `${narrows}
export const id = (pet: api.Out): string => pet.id;
export const sent: api.In = { kind: 'cat', id: '1', lives: 9 };
`,
  ),
  typesCase(
    'unions-with-null',
    `
    Out: { type: object, required: [pet], properties: { pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }, { type: 'null' }], discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } } } }
    ${cat}
    ${dog}
`,
    `
export const read = ({ pet }: api.Out): number | boolean | string | undefined =>
  pet?.kind === 'cat' ? pet.lives : pet?.kind === 'dog' ? pet.barks : pet?.kind;
`,
  ),
];

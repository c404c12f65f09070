/** A client of a vendor's package, and the environment variables that it takes its credentials from. */
export interface Access {
  readonly factory: string;
  /** Each way to sign in as the variables that it needs. The first whose variables are all set is taken. */
  readonly ways: readonly (readonly string[])[];
  /** A variable that is taken too where it is set. */
  readonly optional?: string;
  /** The variable that is not needed where `--base-url` tells the server. */
  readonly server?: string;
}

/** What the clients of each vendor take from the environment: `MAGNIFY_CLIENT_ID` becomes the option `clientId`. */
export const accesses: Readonly<Record<string, readonly Access[]>> = {
  magicbell: [
    { factory: 'createMagicBell', ways: [['MAGICBELL_API_KEY', 'MAGICBELL_API_SECRET']] },
    {
      factory: 'createMagicBellUser',
      ways: [
        ['MAGICBELL_API_KEY', 'MAGICBELL_USER_EMAIL'],
        ['MAGICBELL_API_KEY', 'MAGICBELL_USER_EXTERNAL_ID'],
      ],
      optional: 'MAGICBELL_USER_HMAC',
    },
  ],
  magnetiq: [
    { factory: 'createMagnetiq', ways: [['MAGNETIQ_API_KEY'], ['MAGNETIQ_CLIENT_ID', 'MAGNETIQ_CLIENT_SECRET']] },
  ],
  magnify: [{ factory: 'createMagnify', ways: [['MAGNIFY_CLIENT_ID', 'MAGNIFY_CLIENT_SECRET']] }],
  'mx-audience': [
    {
      factory: 'createMxAudience',
      ways: [['MX_AUDIENCE_DOMAIN', 'MX_AUDIENCE_CLIENT_ID', 'MX_AUDIENCE_CLIENT_SECRET']],
      server: 'MX_AUDIENCE_DOMAIN',
    },
  ],
};

/** The ways of a client in words: `A and B, or C`. */
export function describeWays({ ways }: Access): string {
  return ways.map((names) => names.join(' and ')).join(', or ');
}

/** The part of a variable's name that is the vendor's. */
export function variablePrefix(vendor: string): string {
  return `${vendor.toUpperCase().replaceAll('-', '_')}_`;
}

import { expect, it } from 'vitest';
import { configurationJsonSchema } from './configuration.ts';

it('publishes the JSON Schema that docs/understudy.schema.json holds', async () => {
  await expect(`${JSON.stringify(configurationJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../docs/understudy.schema.json');
});

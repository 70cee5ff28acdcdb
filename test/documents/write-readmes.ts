/** Writes the tables of every service's README as its manifests and contracts have them. */
import { writeFileSync } from 'node:fs';
import { DESCRIBED_SERVICES, drawReadme } from './described-services.ts';
import { withoutWords } from './readme-tables.ts';

for (const described of DESCRIBED_SERVICES) {
  const { path, stands, drawn } = await drawReadme(described);
  if (drawn !== stands) writeFileSync(path, drawn);
  const missing = withoutWords(drawn).join(', ');
  const told = missing === '' ? '' : `; say what happens on ${missing}`;
  console.log(`${described.manifest.service}: ${drawn === stands ? 'as it was' : 'written'}${told}`);
}

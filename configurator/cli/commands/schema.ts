import { projectFileSchema } from '../../project/json-schema.ts';
import type { Work } from '../command.ts';

export interface SchemaFlags {
  readonly json?: boolean;
}

/** `cle schema`: prints the JSON Schema of a project file, for editors. With `--json` it is in the document. */
const schema: Work<SchemaFlags> = async ({ printText, language }) => {
  const found = await projectFileSchema(language);
  printText(JSON.stringify(found, undefined, 2));
  return { schema: found };
};

export default schema;

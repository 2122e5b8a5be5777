import type { Environment } from '../../../shared/environment.ts';
import { r } from './language.ts';
import { OpenConsole } from './open-console.tsx';

/** Leads to the console, which makes the new key. */
export function CreateStage({ environment }: { environment: Environment }) {
  return (
    <>
      <p>{r.createMore}</p>
      <OpenConsole environment={environment} isNext />
    </>
  );
}

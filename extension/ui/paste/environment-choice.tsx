import { type Environment, environments } from '../../../shared/environment.ts';
import { t } from '../language.ts';
import { k } from './language.ts';

interface Props {
  readonly chosen: Environment | undefined;
  readonly choose: (environment: Environment) => void;
}

/** Which console shows the key: only the person knows, and nothing is chosen for them. */
export function EnvironmentChoice({ chosen, choose }: Props) {
  return (
    <fieldset>
      <legend>{k.environment}</legend>
      {environments.map((environment) => (
        <label class="choice" key={environment}>
          <input
            type="radio"
            name="environment"
            checked={environment === chosen}
            onChange={() => choose(environment)}
          />
          {t.environments[environment]}
        </label>
      ))}
    </fieldset>
  );
}

import { type Environment, environments } from '../../shared/environment.ts';
import { t } from './language.ts';

interface Props {
  readonly legend: string;
  readonly chosen: Environment | undefined;
  readonly choose: (environment: Environment) => void;
}

/** Which environment a console is of: only the person knows. */
export function EnvironmentChoice({ legend, chosen, choose }: Props) {
  return (
    <fieldset>
      <legend>{legend}</legend>
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

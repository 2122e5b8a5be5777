import type { Environment } from '../../shared/environment.ts';
import type { Kit, KitSetting } from '../kits/kit.ts';
import type { Setting } from './project.ts';

/**
 * What a kit's file takes in one environment, in each of its shapes.
 *
 * @param line where the project file names the kit
 */
export function kitShapes(kit: Kit, environment: Environment, line: number): Setting[][] {
  return kit.shapes.map((shape) => shape.map((setting) => settingFor(setting, environment, line)));
}

function settingFor(
  { address, field, words, optional }: KitSetting,
  environment: Environment,
  line: number,
): Setting {
  return {
    address: typeof address === 'string' ? address : address[environment],
    line,
    field,
    environmentWord: words?.[environment] ?? environment,
    optional: optional ?? false,
  };
}

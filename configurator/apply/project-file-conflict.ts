import { Refusal } from '../../shared/refusal.ts';
import { projectFileName } from '../project/project.ts';

/** Two targets of the project file mean the same file and say different things of it. */
export function projectFileConflict(line: number, word: string): Refusal {
  return new Refusal('project-file-conflict', { file: projectFileName, line, word });
}

import { readdirSync, readFileSync } from 'node:fs';
import type { Place } from './files.ts';

const intervalMs = 20;

/** Collects what every process of the machine was started with, for as long as it runs. */
export interface ProcessWatch {
  /** Arguments and environments seen until now, each once. */
  places(): Place[];
  stop(): void;
}

/** Where there is no /proc, nothing is seen. */
export function watchProcesses(): ProcessWatch {
  const seen = new Map<string, Place>();
  const look = () => {
    for (const place of runningProcesses()) seen.set(place.bytes.toString('latin1'), place);
  };
  look();
  const timer = setInterval(look, intervalMs);
  return { places: () => [...seen.values()], stop: () => clearInterval(timer) };
}

function runningProcesses(): Place[] {
  return folders('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`])
    .flatMap((name) => {
      try {
        return [{ name, bytes: readFileSync(name) }];
      } catch {
        return []; // it ended meanwhile
      }
    });
}

function folders(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

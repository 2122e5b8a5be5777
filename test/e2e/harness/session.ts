import { once } from 'node:events';
import type { Browser } from 'puppeteer';
import type { Environment } from '../../../shared/environment.ts';
import type { Validity } from '../../console/key-register.ts';
import { type PracticeConsole, startConsole } from '../../console/server.ts';
import type { BrowserName } from '../../setup/browsers.ts';
import { mustCle } from './cle.ts';
import { type Grant, mayConnect } from './grant.ts';
import { type LaunchSettings, launch, profileIsBack } from './launch.ts';
import { type SampleValues, wordOf, writeSample } from './sample-project.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

export interface SessionSettings {
  /** Whether the browser knows the host. */
  readonly connected?: boolean;
  /** The environment that the project's files are for. */
  readonly environment?: Environment;
  readonly headless?: boolean;
  /** What the person has granted the extension: to talk to the host, if nothing else is said. */
  readonly grant?: Grant;
  /** Whether the page that greets stays open. */
  readonly greeting?: boolean;
  /** What the workspace runs in place of what was built; its files are there by then. */
  readonly install?: (workspace: Workspace) => Workspace;
  /** Keys that the console's list has already. */
  readonly earlierKeys?: readonly Validity[];
}

/** Everything real and running: practice console, browser, shipped extension, shipped host, a project to install into. */
export class Session {
  readonly practice: PracticeConsole;
  readonly workspace: Workspace;
  /** What the project's files said in the beginning. */
  readonly before: SampleValues;
  readonly #launched: LaunchSettings;
  #browser: Browser;

  private constructor(
    practice: PracticeConsole,
    before: SampleValues,
    launched: LaunchSettings,
    browser: Browser,
  ) {
    this.practice = practice;
    this.workspace = launched.workspace;
    this.before = before;
    this.#launched = launched;
    this.#browser = browser;
  }

  /** @throws Error where a part of it does not start; what did start is stopped */
  static async start(name: BrowserName, settings: SessionSettings = {}): Promise<Session> {
    const { connected = true, environment = 'homologation', headless = true, grant = mayConnect } = settings;
    const { earlierKeys = [], greeting = false } = settings;
    let workspace = makeWorkspace();
    const practice = await startConsole({ earlierKeys });
    const before = valuesBefore(practice.merchantId, environment);
    try {
      writeSample(workspace.project, before);
      workspace = settings.install?.(workspace) ?? workspace;
      mustCle(workspace, 'init', '--yes');
      if (connected) mustCle(workspace, 'connect', '--browser', name, '--yes');
      const launched = { name, workspace, consolePort: practice.port, headless, grant, greeting };
      return new Session(practice, before, launched, await launch(launched));
    } catch (error) {
      await practice.close();
      workspace.remove();
      throw error;
    }
  }

  get browserName(): BrowserName {
    return this.#launched.name;
  }

  get browser(): Browser {
    return this.#browser;
  }

  /**
   * Kills the browser, children and all, and starts it again with the profile that it left.
   *
   * @param meanwhile looks at what is left, before anything else changes it
   */
  async crash(meanwhile: () => void = () => {}): Promise<void> {
    const process_ = this.#browser.process();
    if (!process_?.pid) throw new Error('the browser is not a process of ours');
    const gone = once(process_, 'exit');
    process.kill(-process_.pid, 'SIGKILL');
    await gone;
    await profileIsBack(this.#launched);
    meanwhile();
    this.#browser = await launch(this.#launched);
  }

  /** Ends the programs; the files stay. */
  async stop(): Promise<void> {
    await this.#browser.close();
    await this.practice.close();
  }

  /** Ends the programs and removes the files. */
  async end(): Promise<void> {
    await this.stop();
    this.workspace.remove();
  }
}

/** The merchant is in the files already; a key is not. */
function valuesBefore(merchantId: string, environment: Environment): SampleValues {
  return { merchantId, accessKey: 'XXXXXXXXXXXXXXXXXXXX', reference: '', word: wordOf(environment) };
}

import { once } from 'node:events';
import type { Browser } from 'puppeteer';
import type { Environment } from '../../../shared/environment.ts';
import type { Validity } from '../../console/key-register.ts';
import { type PracticeConsole, startConsole } from '../../console/server.ts';
import type { BrowserName } from '../../setup/browsers.ts';
import { mustCle } from './cle.ts';
import { type Grant, mayConnect } from './grant.ts';
import { addExtension, launch, profileIsBack } from './launch.ts';
import { endRunning, leave, type Running, takeLeft } from './left-browsers.ts';
import { type SampleValues, wordOf, writeSample } from './sample-project.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

export interface SessionSettings {
  /** Whether the browser knows the host. */
  readonly connected?: boolean;
  /** The environment that the project's files are for. */
  readonly environment?: Environment;
  readonly headless?: boolean;
  /** The permissions that the person has granted; by default, to talk to the host. */
  readonly grant?: Grant;
  /** Whether the welcome page stays open. */
  readonly greeting?: boolean;
  /** What the workspace runs instead of the build; called once its files are there. */
  readonly install?: (workspace: Workspace) => Workspace;
  /** Keys that are already in the console's list. */
  readonly earlierKeys?: readonly Validity[];
  /** Whether no other test may have used the browser before, as where its profile is looked into, or it is killed often. */
  readonly fresh?: boolean;
}

/** Everything real and running: practice console, browser, shipped extension, shipped host, a project to install into. */
export class Session {
  /** What the project's files said in the beginning. */
  readonly before: SampleValues;
  readonly #running: Running;
  /** A browser that restores a profile after a kill is not reused for another test. */
  #wasKilled = false;

  private constructor(before: SampleValues, running: Running) {
    this.before = before;
    this.#running = running;
  }

  /**
   * In a browser that a session before has left, where there is one: the extension, the console, the project and the
   * state folder are new all the same.
   *
   * @throws Error where a part of it does not start; what did start is stopped
   */
  static async start(name: BrowserName, settings: SessionSettings = {}): Promise<Session> {
    const { connected = true, environment = 'homologation', headless = true, grant = mayConnect } = settings;
    const { earlierKeys = [], greeting = false, install, fresh = false } = settings;
    const left = headless && !install && !fresh ? takeLeft(name) : undefined;
    let workspace = left?.workspace ?? makeWorkspace();
    const practice = left?.practice ?? (await startConsole());
    practice.renew(earlierKeys);
    const before = valuesBefore(practice.merchantId, environment);
    try {
      writeSample(workspace.project, before);
      workspace = install?.(workspace) ?? workspace;
      mustCle(workspace, 'init', '--yes');
      if (connected) mustCle(workspace, 'connect', '--browser', name, '--yes');
      const launched = { name, workspace, consolePort: practice.port, headless, grant, greeting };
      const browser = left?.browser ?? (await launch(launched));
      if (left) await addExtension(browser, launched);
      return new Session(before, { practice, workspace, launched, browser });
    } catch (error) {
      await left?.browser.close();
      await practice.close();
      workspace.remove();
      throw error;
    }
  }

  get practice(): PracticeConsole {
    return this.#running.practice;
  }

  get workspace(): Workspace {
    return this.#running.workspace;
  }

  get browserName(): BrowserName {
    return this.#running.launched.name;
  }

  get browser(): Browser {
    return this.#running.browser;
  }

  /**
   * Kills the browser with its child processes, and starts it again with the same profile.
   *
   * @param meanwhile looks at what is left, before anything else changes it
   */
  async crash(meanwhile: () => void = () => {}): Promise<void> {
    const { browser, launched } = this.#running;
    const process_ = browser.process();
    if (!process_?.pid) throw new Error('the browser is not a process of ours');
    const gone = once(process_, 'exit');
    this.#wasKilled = true;
    process.kill(-process_.pid, 'SIGKILL');
    await gone;
    await profileIsBack(launched);
    meanwhile();
    this.#running.browser = await launch(launched);
  }

  /** Ends the programs; the files stay. */
  async stop(): Promise<void> {
    await this.browser.close();
    await this.practice.close();
  }

  /** Ends the programs and removes the files; or leaves both to a session that comes later. */
  async end(): Promise<void> {
    if (this.#wasKilled || !(await leave(this.#running))) await endRunning(this.#running);
  }
}

/** The merchant is in the files already; a key is not. */
function valuesBefore(merchantId: string, environment: Environment): SampleValues {
  return { merchantId, accessKey: 'XXXXXXXXXXXXXXXXXXXX', reference: '', word: wordOf(environment) };
}

/** Who wants to know that something has changed. */
export class Watchers {
  private readonly all = new Set<() => void>();

  /** What is returned ends it; useSyncExternalStore subscribes by this. */
  readonly add = (watcher: () => void): (() => void) => {
    this.all.add(watcher);
    return () => this.all.delete(watcher);
  };

  readonly tell = (): void => this.all.forEach((watcher) => watcher());
}

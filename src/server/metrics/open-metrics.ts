import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** One figure that is looked up whenever somebody asks for the figures. */
export interface Looked {
  /** `understudy_event_streams`. */
  readonly name: string;
  readonly help: string;
  readonly look: () => number | Promise<number>;
}

/** The process itself: memory, processor time, event loop, garbage collection. What happens is counted beside it. */
export function openRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** A figure that cannot be looked up just now is left out; the others are told all the same. */
export function addLooked(registry: Registry, figures: readonly Looked[]): void {
  for (const { name, help, look } of figures) {
    const gauge = new Gauge({
      name,
      help,
      registers: [registry],
      collect: async () => {
        try {
          gauge.set(await look());
        } catch {
          gauge.reset();
          gauge.remove();
        }
      },
    });
  }
}

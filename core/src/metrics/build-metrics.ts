import { Gauge, type Registry } from 'prom-client'

/** `build_info`: what runs here, and as what. A new value is a deployment. */
export function buildMetrics(registry: Registry, config: { RELEASE: string; LATENT_ENV: string }): void {
  new Gauge({
    name: 'build_info',
    help: 'Always 1; its labels say which release runs, and in which environment.',
    labelNames: ['release', 'environment'],
    registers: [registry],
  }).set({ release: config.RELEASE, environment: config.LATENT_ENV }, 1)
}

import { defineConfig } from 'vitest/config';
import app from '../../vite.config.ts';

/**
 * Vitest's configuration with one project only, because Stryker cannot choose one, and only with
 * the tests in `include`.
 */
export function judgedBy(name: 'unit' | 'browser', include: string) {
  return defineConfig(async (env) => {
    const config = await app(env);
    const projects = (config.test?.projects ?? []).flatMap((project) => {
      if (typeof project !== 'object' || !('test' in project)) return [];
      if (project.test?.name !== name) return [];
      return [{ ...project, test: { ...project.test, include: [include], testTimeout: 5000 } }];
    });
    return { ...config, test: { projects } };
  });
}

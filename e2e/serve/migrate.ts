/**
 * `npm run migrate`: brings the database to what this version needs. It needs only DATABASE_URL, from the
 * environment or from the file that `--env <file>` names.
 */
import { parseArgs } from 'node:util';
import { openDatabase } from '../backend/database/open-database.ts';
import { readDatabaseLocation } from '../backend/read-configuration.ts';

const { values: asked } = parseArgs({ options: { env: { type: 'string' } } });
if (asked.env !== undefined) process.loadEnvFile(asked.env);
const location = readDatabaseLocation(process.env);
const where = location.kind === 'postgres' ? 'named by DATABASE_URL' : `in ${location.path}`;
try {
  const { close } = await openDatabase(location);
  await close();
  console.log(`The database ${where} has all migrations.`);
} catch (error) {
  const { message, cause } = error as Error;
  console.error(`The database ${where} could not be migrated: ${message}`);
  if (cause instanceof Error) console.error(cause.message);
  process.exitCode = 1;
}

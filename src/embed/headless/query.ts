import {
  type QueryClient,
  useMutation as useMutationOf,
  type UseMutationOptions,
  useQuery as useQueryOf,
  type UseQueryOptions,
} from '@tanstack/react-query';
import { createContext, use } from 'react';

/*
 * In the place of Query in our modules, in the build of the hooks: they have a client of their own. The page's
 * keeps its keys, its options and its data, which ours would clear when a session ends.
 */

export {
  hashKey,
  notifyManager,
  QueryClient,
  queryOptions,
  skipToken,
} from '@tanstack/react-query';

export const Client = createContext<QueryClient | undefined>(undefined);

export function useQueryClient(): QueryClient {
  const client = use(Client);
  if (!client) throw new Error('The hooks of mfa-settings need an <MfaProvider> around them.');
  return client;
}

export const useQuery = <Data>(options: UseQueryOptions<Data>) =>
  useQueryOf(options, useQueryClient());

export const useMutation = <Data, Input>(options: UseMutationOptions<Data, Error, Input>) =>
  useMutationOf(options, useQueryClient());

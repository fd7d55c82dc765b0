/** What React DOM can do and the app never asks of it, by the names in its production build. */
export interface Feature {
  /** Variables that stay false. */
  falses?: string[];
  /** Calls that always give the same: the function's name, and what a call of it gives. */
  calls?: Record<string, 'false' | 'null' | 'undefined'>;
  /** Fields that always hold the same. */
  fields?: Record<string, 'false' | 'null'>;
  /** Numbers of the kinds of fibers that are never made (`ReactWorkTags` in React's source). */
  kinds?: number[];
  /** Types of elements that are never rendered. */
  types?: string[];
  /** Hooks that nothing calls. */
  hooks?: string[];
  /** What is left of it at the top level. */
  gone?: RegExp[];
}

export const features: Record<string, Feature> = {
  // The app is rendered by `createRoot`, into an element that React did not fill on a server.
  hydration: {
    falses: ['isHydrating'],
    calls: {
      popHydrationState: 'false',
      updateDehydratedSuspenseComponent: 'null',
      // Events wait, and are replayed, where they met what is not hydrated yet.
      clearIfContinuousEvent: 'undefined',
      queueIfContinuousEvent: 'false',
      retryIfBlockedOn: 'undefined',
    },
    fields: { dehydrated: 'null', isDehydrated: 'false' },
    // DehydratedFragment
    kinds: [18],
    gone: [
      /^exports\.hydrateRoot = function[^]*?^\};/gm,
      /^ReactDOMHydrationRoot\.prototype\.unstable_scheduleHydration = function[^]*?^\};/gm,
      /^ReactDOMHydrationRoot\.prototype\.\w+ =\s+(?=ReactDOMRoot)/gm,
    ],
  },
  viewTransitions: {
    falses: ['shouldStartViewTransition'],
    // ViewTransitionComponent
    kinds: [30],
    types: ['REACT_VIEW_TRANSITION_TYPE'],
  },
  otherElements: {
    // ActivityComponent, SuspenseListComponent
    kinds: [31, 19],
    types: ['REACT_ACTIVITY_TYPE', 'REACT_SUSPENSE_LIST_TYPE'],
  },
  // Components render `<title>`, which needs none of this, but no stylesheet and no script.
  resources: {
    calls: {
      getResource: 'null',
      acquireResource: 'null',
      preloadResourceAndSuspendIfNeeded: 'undefined',
      // Images are waited for in view transitions alone.
      preloadInstanceAndSuspendIfNeeded: 'undefined',
      accumulateSuspenseyCommitOnFiber: 'undefined',
      waitForCommitToBeReady: 'null',
    },
    // What react-dom's functions for preloading call.
    gone: [/(?<=^ReactDOMSharedInternals\.d = \{\n {2}f: \w+,\n {2}r: \w+),[^{}]*(?=\};)/gm],
  },
  fragmentRefs: {
    calls: { commitNewChildToFragmentInstances: 'undefined' },
    gone: [/^FragmentInstance\.prototype\.\w+ = function[^]*?^\};/gm],
  },
  otherHooks: {
    hooks: ['useActionState', 'useFormState', 'useMemoCache', 'useOptimistic', 'useCacheRefresh'],
  },
};

import { useMethodViews as useOwnViews } from '../mfa/use-method-views.ts';
import { useRecommendation as useOwnRecommendation } from '../mfa/recommendation/use-recommendation.ts';
import { isReadOnly } from './given.ts';

/*
 * In the place of mfa/use-method-views.ts and mfa/recommendation/use-recommendation.ts: where the settings
 * are only to be read, nothing can be done about a method, and nothing is recommended.
 */

export const useMethodViews: typeof useOwnViews = (...given) => {
  const read = useOwnViews(...given);
  if (!isReadOnly()) return read;
  const views = read.views?.map((view) => ({ ...view, mainAction: undefined, menuActions: [] }));
  return { ...read, views };
};

export const useRecommendation: typeof useOwnRecommendation = (views, protection) => {
  const recommendation = useOwnRecommendation(views, protection);
  return isReadOnly() && recommendation ? null : recommendation;
};

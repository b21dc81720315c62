/** Graph's shapes are large, and fetched by whoever first needs one. */
export const graphShapesQuery = {
  queryKey: ['requests', 'shapes'],
  queryFn: async () => (await import('./graph-shapes.ts')).graphShapes,
  staleTime: Number.POSITIVE_INFINITY,
};

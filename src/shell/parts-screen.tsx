import { Suspense, type ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';
import { SectionLinks } from '#ui/section-links.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Screen } from './screen.tsx';
import { WhatIsThis, type About } from './what-is-this.tsx';

export interface Part {
  readonly words: string;
  readonly View: ComponentType;
  readonly about: About;
}

/** A screen of several parts: one at a time, each with an address of its own; the first where none is named. */
export function PartsScreen<Name extends string>({
  title,
  parts,
  pathOf,
}: {
  title: string;
  parts: Readonly<Record<Name, Part>>;
  pathOf: (part: Name) => string;
}) {
  const { view = '' } = useParams();
  const names = Object.keys(parts) as Name[];
  const chosen = names.find((name) => name === view);
  const [first] = names;
  if (chosen === undefined) return first && <Navigate to={pathOf(first)} replace />;
  const { View, about } = parts[chosen];
  return (
    <Screen title={title}>
      <SectionLinks
        label={`Parts of ${title.toLowerCase()}`}
        sections={names.map((name) => ({ to: pathOf(name), words: parts[name].words }))}
      />
      <WhatIsThis key={chosen} about={about} />
      <Suspense fallback={<Skeleton rows={5} height={46} />}>
        <View />
      </Suspense>
    </Screen>
  );
}

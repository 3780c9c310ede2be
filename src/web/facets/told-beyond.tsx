import { CodeownersPart } from './codeowners-part.tsx';
import { FacetsOfArea } from './facets-of-area.tsx';
import { FacetsOfAreas } from './facets-of-areas.tsx';

/** What sources beyond git tell, and whom CODEOWNERS names: of one area, or (null) of all. */
export function ToldBeyond({ area }: { readonly area: string | null }) {
  return area === null ? (
    <>
      <FacetsOfAreas />
      <CodeownersPart />
    </>
  ) : (
    <>
      <FacetsOfArea key={`facets of ${area}`} area={area} />
      <CodeownersPart key={`rules over ${area}`} area={area} />
    </>
  );
}

import { Page, Part } from '#web/plain/page.tsx';
import { LogListing } from '#web/privacy/log-listing.tsx';

/** Who looked at whom, for those who watch over it. That it was read stands in it as well. */
export function AccessLogPage() {
  return (
    <Page
      headline="Who looked at what speaks of somebody, and who was refused."
      say="Whatever spoke of a person, every refusal and every change of mode. People stand here by key: an administrator can say whose key it is, and whoever is concerned sees the same record."
    >
      <Part title="Access log" say="Newest first. That you read it stands in it too.">
        <LogListing id="read-access-log" />
      </Part>
    </Page>
  );
}

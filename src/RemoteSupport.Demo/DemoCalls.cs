using Dapper;
using Npgsql;

namespace RemoteSupport.Demo;

/// <summary>The demo's support invitations and calls: one of each outcome, with what was said, so that lists, call history and details tell something.</summary>
internal static class DemoCalls
{
    /// <summary>Fills the tenant that the fence's setting names.</summary>
    public static async Task FillAsync(NpgsqlConnection connection, DemoTenant tenant, Population people, DateTimeOffset now)
    {
        var stories = DemoStories.Of(tenant.Language).Select((story, index) => new Told(tenant, people, story, index, now)).ToList();
        await connection.ExecuteAsync(InvitationsSql, new { rows = Rows.ToJson(stories.Select(told => told.Invitation)), tenant.Language });
        await connection.ExecuteAsync(CallsSql, new { rows = Rows.ToJson(stories.Select(told => told.Call).OfType<CallRow>()) });
        await connection.ExecuteAsync(EntriesSql, new { rows = Rows.ToJson(stories.SelectMany(told => told.Entries)) });
    }

    // What a server has taken has no text any more, and the links of these were never mailed: what stands for their tokens is no token's hash.
    private const string InvitationsSql =
        """
        create temporary table invited on commit drop as
        select * from jsonb_to_recordset(@rows::jsonb) as r (
          id uuid, message_id uuid, inviter_id uuid, organization_id uuid, customer_id uuid, invitee text, channel text, address text, subject text, outcome text, last_error text,
          at timestamptz, opened_at timestamptz, accepted_at timestamptz, rang_at timestamptz, answered_at timestamptz, ended_at timestamptz);
        insert into messages (id, message, channel, language, recipient, subject, body_text, links, state, attempts, last_error, created_at, give_up_at, sent_at, delivered_at)
        select message_id, 'invitation', channel, @Language, address, subject, coalesce(subject, ''), '[]', case when outcome = 'failed' then 'failed' when channel = 'sms' then 'delivered' else 'sent' end, 1, last_error,
          at, at + interval '1 day', case when outcome <> 'failed' then at + interval '2 seconds' end, case when outcome <> 'failed' and channel = 'sms' then at + interval '6 seconds' end
        from invited;
        insert into message_attempts (message_id, attempt, at, is_final, reply) select message_id, 1, at + interval '2 seconds', true, last_error from invited where outcome = 'failed';
        insert into support_invitations (
          id, inviter_id, organization_id, customer_id, invitee, channel, language, address, person_key, token_hash, message_id, created_at, expires_at,
          opened_at, accepted_at, declined_at, done_at, cancelled_at, expired_at, due_at)
        select id, inviter_id, organization_id, customer_id, invitee, channel, @Language, address, sha256(convert_to(address, 'UTF8')), sha256(convert_to(id::text, 'UTF8')), message_id,
          at, at + interval '1 day', opened_at, accepted_at,
          case outcome when 'declined' then ended_at end, case outcome when 'done' then ended_at end, case outcome when 'cancelled' then ended_at end,
          case outcome when 'expired' then ended_at end, case when ended_at is null then at + interval '1 day' end
        from invited;
        insert into support_invitation_events (id, invitation_id, kind, at, message_id)
        select (lpad(e.place::text, 8, '0') || substr(md5(i.id::text), 9))::uuid, i.id, e.kind, e.at, case e.place when 1 then i.message_id end
        from invited i
        cross join lateral (values
          (1, 'created', i.at), (2, 'opened', i.opened_at), (3, 'accepted', i.accepted_at), (4, 'called', i.rang_at), (5, 'in_call', i.answered_at),
          (6, 'missed', case when i.answered_at is null then i.rang_at + interval '75 seconds' end), (7, i.outcome, i.ended_at)) e (place, kind, at)
        where e.at is not null
        order by i.id, e.place;
        drop table invited
        """;

    private const string CallsSql =
        """
        create temporary table called on commit drop as
        select * from jsonb_to_recordset(@rows::jsonb) as r (
          id uuid, invitation_id uuid, inviter_id uuid, organization_id uuid, rang_at timestamptz, answered_at timestamptz, ended_at timestamptz, end_reason text,
          nps int, comment text, device text, camera text, join_ms int, is_relayed boolean, rtt_ms int, loss real, freezes int, marks int);
        insert into calls (id, invitation_id, inviter_id, organization_id, state, rang_at, answered_at, ended_at, end_reason, nps_score, nps_comment, nps_at)
        select id, invitation_id, inviter_id, organization_id, case when answered_at is null then 'missed' else 'done' end, rang_at, answered_at, ended_at, end_reason,
          nps, comment, case when nps is not null then ended_at + interval '40 seconds' end
        from called;
        insert into call_reports (call_id, side, device, camera, microphone, join_ms, is_relayed, rtt_ms, loss, freezes, marks, updated_at)
        select id, side, case side when 'guest' then device else 'Chrome, Windows' end, case side when 'guest' then camera else 'on' end, 'on',
          join_ms, is_relayed, rtt_ms, loss, case side when 'host' then freezes else 0 end, case side when 'host' then marks else 0 end, ended_at
        from called cross join (values ('host'), ('guest')) s (side)
        where answered_at is not null;
        drop table called
        """;

    private const string EntriesSql =
        """
        insert into call_entries (id, call_id, at, side, author_name, kind, text)
        select (lpad(place::text, 8, '0') || substr(md5(call_id::text), 9))::uuid, call_id, at, side, author_name, kind, text
        from jsonb_to_recordset(@rows::jsonb) as r (call_id uuid, place int, at timestamptz, side text, author_name text, kind text, text text)
        order by call_id, place
        """;

    /// <summary>A story with its people, ids and instants.</summary>
    private sealed class Told
    {
        public Told(DemoTenant tenant, Population people, DemoStory story, int index, DateTimeOffset now)
        {
            var (at, talk) = (now - TimeSpan.FromHours(story.HoursAgo), story.Talk);
            var customer = people.Organizations[story.Customer];
            var inviter = story.IsOfCustomer
                ? people.Named.First(account => account.OrganizationId == customer.Id && account.Role == "owner")
                : people.Named.Where(account => account is { Kind: "partner", Role: "supporter" }).ElementAt(index % 2);
            DateTimeOffset? opened = story.Outcome is "failed" or "cancelled" ? null : at + TimeSpan.FromMinutes(6);
            DateTimeOffset? rang = talk is null ? null : at + TimeSpan.FromMinutes(8), answered = talk is { Minutes: > 0 } ? rang + TimeSpan.FromSeconds(talk.Waited) : null;
            var hungUp = answered + TimeSpan.FromMinutes(talk?.Minutes ?? 0);
            DateTimeOffset? ended = story.Outcome switch
            {
                "done" => hungUp,
                "declined" => opened + TimeSpan.FromMinutes(1),
                "cancelled" => at + TimeSpan.FromMinutes(30),
                "expired" => at + TimeSpan.FromDays(1),
                _ => null,
            };
            var ids = new DemoIds(tenant.Seed * 100 + index, at);
            Invitation = new(
                ids.Next(), ids.Next(), inviter.Id, inviter.OrganizationId, story.IsOfCustomer ? null : customer.Id, story.Invitee, story.Channel, story.Address,
                story.Channel == "email" ? DemoStories.SubjectOf(tenant, story.IsOfCustomer ? customer.Name : tenant.Name) : null, story.Outcome,
                story.Outcome == "failed" ? "550 5.1.1 Recipient address rejected: User unknown" : null, at, opened, talk is null ? null : opened + TimeSpan.FromMinutes(1), rang, answered, ended);
            if (talk is null) return;
            Call = new(
                new DemoIds(tenant.Seed * 100 + 50 + index, rang!.Value).Next(), Invitation.Id, inviter.Id, inviter.OrganizationId, rang.Value, answered,
                hungUp ?? rang.Value + TimeSpan.FromSeconds(75), answered is null ? "left" : "hung_up", talk.Nps, talk.Comment,
                talk.Device, talk.Camera, talk.JoinMs, talk.IsRelayed, talk.RttMs, talk.Loss, talk.Freezes, talk.Marks);
            Entries = [.. EntriesOf(Call, story, talk, inviter.Name)];
        }

        public InvitationRow Invitation { get; }

        public CallRow? Call { get; }

        public IReadOnlyList<EntryRow> Entries { get; } = [];

        private static IEnumerable<EntryRow> EntriesOf(CallRow call, DemoStory story, DemoTalk talk, string host)
        {
            var place = 0;
            yield return new(call.Id, ++place, call.RangAt, "system", story.Invitee, "rang", null);
            if (call.AnsweredAt is { } answered)
            {
                yield return new(call.Id, ++place, answered, "system", host, "answered", null);
                foreach (var line in talk.Said)
                    yield return new(call.Id, ++place, answered + place * TimeSpan.FromSeconds(35), line.Side, line.Side == "host" ? host : story.Invitee, "text", line.Text);
            }

            yield return new(call.Id, ++place, call.EndedAt, "system", null, call.AnsweredAt is null ? "missed" : "done", null);
        }
    }

    private sealed record InvitationRow(
        Guid Id, Guid MessageId, Guid InviterId, Guid? OrganizationId, Guid? CustomerId, string Invitee, string Channel, string Address, string? Subject, string Outcome, string? LastError,
        DateTimeOffset At, DateTimeOffset? OpenedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? RangAt, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt);

    private sealed record CallRow(
        Guid Id, Guid InvitationId, Guid InviterId, Guid? OrganizationId, DateTimeOffset RangAt, DateTimeOffset? AnsweredAt, DateTimeOffset EndedAt, string EndReason, int? Nps, string? Comment,
        string Device, string Camera, int JoinMs, bool IsRelayed, int RttMs, double Loss, int Freezes, int Marks);

    private sealed record EntryRow(Guid CallId, int Place, DateTimeOffset At, string Side, string? AuthorName, string Kind, string? Text);
}

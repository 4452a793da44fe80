using MediatR;
using RemoteSupport.Features.SupportContacts;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Who is to be told of a report, each in the language that is theirs (PR-1).</summary>
internal sealed class Recipients(Db db, IMediator mediator)
{
    /// <summary>The organization's Support Contacts as they are saved now; addresses that are an account's can act on the report.</summary>
    public async Task<IReadOnlyList<Told>> ContactsAsync(MailedReport report, CancellationToken ct)
    {
        if (report.OrganizationId is not { } organization) return [];
        var contacts = (await mediator.Send(new ListContactsToReach(organization), ct)).Value ?? [];
        var holders = await HoldersAsync([.. contacts.Where(contact => contact.AccountId is null).Select(contact => EmailAddress.KeyOf(contact.Address))], ct);
        return
        [
            .. contacts.Select(contact => new Told(
                "contact", contact.AccountId ?? holders.GetValueOrDefault(EmailAddress.KeyOf(contact.Address)),
                new Recipient(contact.Address, contact.Name, contact.Language, contact.TimeZone))),
        ];
    }

    /// <summary>The tenant's admins.</summary>
    public Task<IReadOnlyList<Told>> AdminsAsync(CancellationToken ct) =>
        PeopleAsync("admin", null, "select id, email, name, language, time_zone, kind from accounts where kind = 'partner' and role = 'admin' and status = 'active' order by id", new { }, ct);

    /// <summary>Whom the customer's words are for: who has taken it, else the contacts that were told, else the tenant's admins. Never their author.</summary>
    public async Task<IReadOnlyList<Told>> SupportAsync(MailedReport report, Guid? author, bool isReopened, CancellationToken ct)
    {
        var taker = await PeopleAsync("reply", report, TakerSql, new { report.TakenBy, author }, ct);
        if (taker.Count > 0 && !isReopened) return taker;
        var contacts = await PeopleAsync("reply", report, ContactsSql, new { report.Id, report.TakenBy, author }, ct);
        return taker.Count + contacts.Count > 0 ? [.. taker, .. contacts] : [.. (await AdminsAsync(ct)).Select(admin => admin with { Kind = "reply" })];
    }

    /// <summary>Accounts by the keys of their addresses.</summary>
    private async Task<Dictionary<string, Guid?>> HoldersAsync(string[] keys, CancellationToken ct)
    {
        if (keys.Length == 0) return [];
        var found = await db.ListAsync<Holder>("select id, email_key from accounts where email_key = any (@keys) and status <> 'deactivated'", new { keys }, ct);
        return found.ToDictionary(holder => holder.EmailKey, holder => (Guid?)holder.Id);
    }

    private async Task<IReadOnlyList<Told>> PeopleAsync(string kind, MailedReport? report, string sql, object arguments, CancellationToken ct) =>
        [.. (await db.ListAsync<Person>(sql, arguments, ct)).Select(person => new Told(kind, person.Id, person.ReadsLike(report)))];

    private const string TakerSql =
        "select id, email, name, language, time_zone, kind from accounts where id = @TakenBy and status = 'active' and id is distinct from @author";

    private const string ContactsSql =
        """
        select distinct on (m.address) m.account_id as id, coalesce(a.email, m.address) as email, coalesce(a.name, m.name) as name, a.language, a.time_zone, a.kind
        from problem_report_mails m
        left join accounts a on a.id = m.account_id
        where m.report_id = @Id and m.kind in ('contact', 'admin') and a.status is distinct from 'deactivated'
          and (m.account_id is null or (m.account_id is distinct from @TakenBy and m.account_id is distinct from @author))
        order by m.address
        """;

    private sealed record Holder(Guid Id, string EmailKey);

    private sealed record Person(Guid? Id, string Email, string? Name, string? Language, string? TimeZone, string? Kind)
    {
        /// <summary>Partner users in their own language, all others in the organization's.</summary>
        public Recipient ReadsLike(MailedReport? report) => Kind == "partner"
            ? new Recipient(Email, Name, Language, TimeZone)
            : new Recipient(Email, Name, report?.OrganizationLanguage, report?.OrganizationTimeZone);
    }
}

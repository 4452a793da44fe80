using Dapper;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>
/// Who sees which reports. Inside an organization: who may look inside it all of them, members their own, and a Support Contact what they were told of. On
/// the partner's side: what concerns one, all of the organizations that the provider manages, and for admins also what reached nobody; others' reports of an
/// organization that the customer manages only from inside it.
/// </summary>
internal sealed class Sight(Caller caller)
{
    /// <summary>Whether the caller was told of report r as its contact.</summary>
    public const string IsContact =
        "exists (select from problem_report_mails m where m.report_id = r.id and m.account_id = @Me and m.kind in ('contact', 'admin'))";

    /// <summary>Over problem_reports r and organization_gates o; wants the values of <see cref="Values"/>.</summary>
    public string Condition => caller switch
    {
        { SignedIn.Inside: null } =>
            $"""
            (o.managed_by = 'service_provider' or r.taken_by = @Me or r.reporter_id = @Me or {IsContact}
              or (@IsAdmin and (r.organization_id is null or r.unreached_at is not null))
              or exists (select from problem_report_entries e where e.report_id = r.id and e.author_id = @Me))
            """,
        _ when caller.May(Permission.LookInside) => "r.organization_id = @Inside",
        _ => $"(r.organization_id = @Inside and (r.reporter_id = @Me or {IsContact}))",
    };

    /// <summary>The condition's values, beside others.</summary>
    public DynamicParameters Values(object others)
    {
        var values = new DynamicParameters(others);
        values.AddDynamicParams(new { Me = caller.SignedIn.AccountId, caller.SignedIn.Inside, IsAdmin = caller.May(Permission.Tenant) });
        return values;
    }
}

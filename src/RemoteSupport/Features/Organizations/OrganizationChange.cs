using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>Writes what changed of an organization, and tells everybody who has to know.</summary>
internal sealed class OrganizationChange(OrganizationRows rows, Caller caller, IMediator mediator, LiveEvents live, AuditTrail audit)
{
    /// <summary>In the running transaction, which holds the row. Numbers of null stay.</summary>
    public async Task<Refusal?> MakeAsync(OrganizationRow before, OrganizationRow after, string[]? numbers)
    {
        if (after != before && await rows.UpdateAsync(after) is { } refusal) return refusal;
        var oldNumbers = numbers is null ? null : await rows.ReplaceNumbersAsync(before.Id, numbers);
        Record(before, after);
        if (oldNumbers is not null && !oldNumbers.ToHashSet().SetEquals(numbers!)) audit.Changed("numbers", oldNumbers, numbers);
        if ((before.Status, after.Status) is ("active", "suspended")) await mediator.Publish(new OrganizationSuspended(before.Id, caller.SignedIn.AccountId));
        await live.PublishAccessAsync(before.Id, Topics.Access);
        return null;
    }

    private void Record(OrganizationRow before, OrganizationRow after)
    {
        audit.Target("organization", before.Id, after.Name, before.Id);
        foreach (var (field, old, now) in new (string, string?, string?)[]
        {
            ("name", before.Name, after.Name), ("customerReference", before.CustomerReference, after.CustomerReference), ("country", before.Country, after.Country),
            ("language", before.Language, after.Language), ("timeZone", before.TimeZone, after.TimeZone), ("status", before.Status, after.Status),
        })
            if (old != now) audit.Changed(field, old, now);
    }
}

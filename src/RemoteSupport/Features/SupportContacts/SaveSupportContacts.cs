using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>Puts a list in the place of an organization's Support Contacts (SC-2 to SC-5), unless somebody else has saved meanwhile (SC-6).</summary>
/// <param name="OrganizationId">Whose they are.</param>
/// <param name="Versions">The version that the list was made from; one of several is enough.</param>
/// <param name="Contacts">All of them, in their order.</param>
[Requires(Permission.SupportContacts)]
public sealed record SaveSupportContacts(Guid OrganizationId, IReadOnlyList<long>? Versions, IReadOnlyList<SupportContact?>? Contacts) : ICommand<SupportContactList>
{
    internal sealed class Handler(SupportContactRows rows, IMediator mediator, Caller caller, ContactsTrail trail) : IRequestHandler<SaveSupportContacts, Outcome<SupportContactList>>
    {
        public async Task<Outcome<SupportContactList>> Handle(SaveSupportContacts request, CancellationToken cancellationToken)
        {
            var show = new ShowSupportContacts(request.OrganizationId);
            if (!(await mediator.Send(show, cancellationToken)).Succeeded(out var before, out var refusal)) return refusal;
            if (before.IsClosedTo(caller)) return new NotCreatedByPartner();
            if (request.Versions is not { Count: > 0 } versions) return new VersionMissing();
            if (!versions.Contains(before.Version)) return new ChangedMeanwhile(before);

            var check = new CheckSupportContacts(request.Contacts) { OrganizationId = request.OrganizationId, Field = "contacts" };
            if (!(await mediator.Send(check, cancellationToken)).Succeeded(out var contacts, out var flaw)) return flaw;
            if (!await rows.ReplaceAsync(request.OrganizationId, before.Version, contacts)) return new ChangedMeanwhile((await mediator.Send(show, cancellationToken)).Value!);
            var after = (await mediator.Send(show, cancellationToken)).Value!;
            await trail.RecordAsync(before, after);
            return after;
        }
    }
}

/// <summary>Says who was on the list and who is now, as people read it, and tells open pages.</summary>
internal sealed class ContactsTrail(AuditTrail audit, LiveEvents live)
{
    public Task RecordAsync(SupportContactList before, SupportContactList after)
    {
        var organization = after.Organization;
        audit.Target("organization", organization.Id, organization.Name, organization.Id);
        var (old, now) = (Labels(before), Labels(after));
        if (!old.SequenceEqual(now)) audit.Changed("supportContacts", old, now);
        return live.PublishAllAsync([Topics.Support, Topics.Organization(organization.Id)], SupportContactList.WordFor(organization.Id));
    }

    private static string[] Labels(SupportContactList list) => [.. list.Contacts.Select(contact => contact.Label)];
}

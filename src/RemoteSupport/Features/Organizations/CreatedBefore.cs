using MediatR;
using RemoteSupport.Features.SupportContacts;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Organizations;

/// <summary>
/// Answers a form whose organization is there already: sent twice, it is answered as the first time. One that says something else by now (whoever went back
/// and corrected it) creates nothing, and is told so: nothing typed is dropped silently.
/// </summary>
internal sealed class CreatedBefore(OrganizationRows rows, IMediator mediator)
{
    public async Task<Outcome<OrganizationAnswer>> AnswerAsync(OrganizationRow draft, string[] numbers, NamedOwner? owner, IReadOnlyList<SupportContact> contacts)
    {
        if (draft.Id == Guid.Empty || await rows.FindAsync(draft.Id) is not { } made) return new ReferenceTaken();
        var isSame = made.Sign() == draft.Sign(numbers) && made.ManagedBy == draft.ManagedBy
            && (owner is null || made.Owner is { } named && EmailAddress.KeyOf(named.Email) == EmailAddress.KeyOf(owner.Email!.Trim()) && named.Name == owner.Name!.Trim());
        return isSame && await HasAsync(made.Id, contacts) ? made : new AlreadyCreated();
    }

    private async Task<bool> HasAsync(Guid id, IReadOnlyList<SupportContact> contacts)
    {
        var outcome = await mediator.Send(new ShowSupportContacts(id));
        return outcome.Succeeded(out var list, out _)
            && list.Contacts.Select(contact => (contact.UserId, contact.UserId is null ? contact.Email : null)).SequenceEqual(contacts.Select(contact => (contact.UserId, contact.Email)));
    }
}

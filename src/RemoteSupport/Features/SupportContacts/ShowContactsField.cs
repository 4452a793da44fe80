using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>
/// The field as the form left it: the chosen ones with their names, duplicates as one; the addresses of the box among them once ENTER or Search was pressed,
/// with what is none left in it (SC-3, SC-5). Nothing is saved.
/// </summary>
[Requires(Permission.SupportContacts)]
public sealed record ShowContactsField(ContactsInput Input) : IQuery<ContactsField>
{
    /// <summary>Whose Support Contacts they are; null while the organization is being made.</summary>
    public Guid? OrganizationId { get; init; }

    internal sealed class Handler(Db db, Caller caller, IMediator mediator) : IRequestHandler<ShowContactsField, Outcome<ContactsField>>
    {
        public async Task<Outcome<ContactsField>> Handle(ShowContactsField request, CancellationToken cancellationToken)
        {
            var (input, isPartner) = (request.Input, caller.SignedIn.Inside is null);
            // Members add an address by its own button (SC-4); partner users by ENTER, which without scripts is the button that searches.
            var takes = input.ContactsStep == ContactsInput.Take || input.ContactsStep == ContactsInput.Search && isPartner;
            var typed = TypedContacts.Read(input.ContactsTyped);
            var values = (input.Contacts ?? []).Concat(Added(input)).Concat(takes ? typed.Good : []).ToList();
            var chosen = Distinct(await NamedAsync(values, request.OrganizationId, cancellationToken));
            var rest = takes ? typed.Rest(input.ContactsTyped) : Added(input).Any() ? "" : input.ContactsTyped ?? "";
            var field = new ContactsField(chosen, rest) { OrganizationId = request.OrganizationId, IsPartner = isPartner };
            if (rest.Trim().Length == 0) return field;
            return input.ContactsStep switch
            {
                ContactsInput.Take => field with { HoldsBadAddress = true },
                ContactsInput.Search or ContactsInput.Suggest => await FoundAsync(field, isSearch: input.ContactsStep == ContactsInput.Search, cancellationToken),
                _ => field,
            };
        }

        private static IEnumerable<string> Added(ContactsInput input) =>
            input.ContactsStep?.StartsWith(ContactsInput.Add, StringComparison.Ordinal) == true ? [input.ContactsStep[ContactsInput.Add.Length..]] : [];

        private async Task<Outcome<ContactsField>> FoundAsync(ContactsField field, bool isSearch, CancellationToken ct)
        {
            var typed = field.Typed.Trim();
            if (typed.Length > FindSupportContactCandidates.LongestQuery) return field with { Found = [], HoldsBadAddress = true };
            var find = new FindSupportContactCandidates { Query = typed, OrganizationId = field.OrganizationId, Chosen = [.. field.Chosen.Select(contact => contact.Value)] };
            if (!(await mediator.Send(find, ct)).Succeeded(out var found, out var refusal)) return refusal;
            var all = WithTyped(field, typed, found);
            return field with { Found = all, HoldsBadAddress = isSearch && all.Count == 0 };
        }

        /// <summary>Partner users can also add by a click what they typed, once it is an address that is nobody's here.</summary>
        private static IReadOnlyList<SupportContactCandidate> WithTyped(ContactsField field, string typed, IReadOnlyList<SupportContactCandidate> found)
        {
            if (!field.IsPartner || !EmailAddress.TryParse(typed, out var address)) return found;
            var others = field.Chosen.Select(contact => contact.Email).Concat(found.Select(candidate => candidate.Email));
            return others.Any(email => EmailAddress.KeyOf(email) == address.Key) ? found : [.. found, new(null, null, address.Text)];
        }

        /// <summary>The posted values as people see them. Members know of the partner's users only those that are Support Contacts already.</summary>
        private async Task<IReadOnlyList<ShownContact>> NamedAsync(IReadOnlyList<string> values, Guid? organizationId, CancellationToken ct)
        {
            var ids = values.Select(value => Guid.TryParse(value, out var id) ? id : (Guid?)null).OfType<Guid>().ToArray();
            var users = ids.Length == 0 ? [] : await db.ListAsync<User>(
                """
                select a.id, a.name, a.email, a.status = 'active' as is_active
                from accounts a
                where a.id = any (@ids) and a.kind = 'partner'
                  and (@inside::uuid is null or exists (select from support_contacts c where c.organization_id = @organizationId and c.account_id = a.id))
                """,
                new { ids, organizationId, inside = caller.SignedIn.Inside }, ct);
            var named = users.ToDictionary(user => user.Id, user => new ShownContact(user.Id, user.Name, user.Email, user.IsActive));
            return [.. values.Select(value => Guid.TryParse(value, out var id) ? named.GetValueOrDefault(id) : new ShownContact(null, null, value.Trim())).OfType<ShownContact>()];
        }

        private static List<ShownContact> Distinct(IReadOnlyList<ShownContact> contacts)
        {
            var users = contacts.Where(contact => contact.UserId is not null).Select(contact => EmailAddress.KeyOf(contact.Email)).ToHashSet();
            return [.. contacts.Where(contact => contact.UserId is not null || !users.Contains(EmailAddress.KeyOf(contact.Email))).DistinctBy(contact => EmailAddress.KeyOf(contact.Email))];
        }

        private sealed record User(Guid Id, string Name, string Email, bool IsActive);
    }
}

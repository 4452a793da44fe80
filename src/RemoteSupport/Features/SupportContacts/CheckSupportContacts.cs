using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>
/// Whether these can be an organization's Support Contacts (SC-2, SC-5): active partner users of this tenant, or addresses that can be written to; at least
/// one who gets mail. A deactivated partner user can stay.
/// Answers them without duplicates: a spelling of the same address, or the address of a chosen partner user, is the same contact.
/// </summary>
[Requires(Permission.SupportContacts)]
public sealed record CheckSupportContacts(IReadOnlyList<SupportContact?>? Contacts) : IQuery<IReadOnlyList<SupportContact>>
{
    /// <summary>The organization that has a list already; null while it is being made.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>Under which name the list is asked for; its flaws are said there.</summary>
    public string Field { get; init; } = "supportContacts";

    /// <summary>More are nobody's wish.</summary>
    internal const int Most = 100;

    internal sealed class Handler(Db db, Caller caller) : IRequestHandler<CheckSupportContacts, Outcome<IReadOnlyList<SupportContact>>>
    {
        public async Task<Outcome<IReadOnlyList<SupportContact>>> Handle(CheckSupportContacts request, CancellationToken cancellationToken)
        {
            var given = request.Contacts ?? [];
            if (given.Count > Most) return new TooManySupportContacts(request.Field);
            var users = await UsersAsync(request, given, cancellationToken);
            if (given.Select((contact, index) => FlawOf(contact, $"{request.Field}[{index}]", users)).FirstOrDefault(flaw => flaw is not null) is { } flaw) return flaw;
            var contacts = Distinct(given!, users);
            return contacts.Any(contact => contact.UserId is not { } id || users[id].IsActive) ? Outcome.Of(contacts) : new SupportContactRequired(request.Field);
        }

        /// <summary>
        /// The partner users among them who can be Support Contacts: who is one already, deactivated or not, and for partner users every active one. Members
        /// do not know the partner's directory (SC-4).
        /// </summary>
        private async Task<Dictionary<Guid, User>> UsersAsync(CheckSupportContacts request, IReadOnlyList<SupportContact?> given, CancellationToken ct)
        {
            var ids = given.Select(contact => contact?.UserId).OfType<Guid>().ToArray();
            if (ids.Length == 0) return [];
            var users = await db.ListAsync<User>(
                """
                select a.id, a.email_key, a.status = 'active' as is_active
                from accounts a
                where a.id = any (@ids) and a.kind = 'partner'
                  and (@isPartner and a.status = 'active' or exists (select from support_contacts c where c.organization_id = @OrganizationId and c.account_id = a.id))
                """,
                new { ids, request.OrganizationId, isPartner = caller.SignedIn.Inside is null }, ct);
            return users.ToDictionary(user => user.Id);
        }

        private static Refusal? FlawOf(SupportContact? contact, string at, Dictionary<Guid, User> users) => contact switch
        {
            { UserId: { } id, Email: null } => users.ContainsKey(id) ? null : new NoSupportContact($"{at}.userId"),
            { UserId: null, Email: { } email } => EmailAddress.TryParse(email.Trim(), out _) ? null : new InvalidContactEmail($"{at}.email"),
            _ => new NoSupportContact(at),
        };

        private static IReadOnlyList<SupportContact> Distinct(IReadOnlyList<SupportContact> given, Dictionary<Guid, User> users)
        {
            var chosen = given.Where(contact => contact.UserId is not null).Select(contact => users[contact.UserId!.Value].EmailKey).ToHashSet();
            return
            [
                .. given.Where(contact => contact.UserId is not null || !chosen.Contains(EmailAddress.KeyOf(contact.Email!)))
                    .DistinctBy(contact => contact.UserId is { } id ? id.ToString() : EmailAddress.KeyOf(contact.Email!))
                    .Select(contact => contact with { Email = contact.Email?.Trim() }),
            ];
        }

        private sealed record User(Guid Id, string EmailKey, bool IsActive);
    }
}

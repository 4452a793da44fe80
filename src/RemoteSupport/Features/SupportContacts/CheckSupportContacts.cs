using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>
/// Whether these can be an organization's Support Contacts (SC-2, SC-5): active partner users of this tenant, or addresses that can be written to.
/// Answers them without duplicates: a spelling of the same address, or the address of a chosen partner user, is the same contact.
/// </summary>
[Requires(Permission.SupportContacts)]
public sealed record CheckSupportContacts(IReadOnlyList<SupportContact?>? Contacts) : IQuery<IReadOnlyList<SupportContact>>
{
    /// <summary>More are nobody's wish.</summary>
    internal const int Most = 100;

    internal sealed class Handler(Db db) : IRequestHandler<CheckSupportContacts, Outcome<IReadOnlyList<SupportContact>>>
    {
        public async Task<Outcome<IReadOnlyList<SupportContact>>> Handle(CheckSupportContacts request, CancellationToken cancellationToken)
        {
            var given = request.Contacts ?? [];
            if (given.Count == 0) return new SupportContactRequired();
            if (given.Count > Most) return new TooManySupportContacts();
            var users = await ActiveAsync(given, cancellationToken);
            if (given.Select((contact, index) => FlawOf(contact, index, users)).FirstOrDefault(flaw => flaw is not null) is { } flaw) return flaw;
            return Outcome.Of(Distinct(given!, users));
        }

        /// <summary>The partner users among them, with the keys of their addresses.</summary>
        private async Task<Dictionary<Guid, string>> ActiveAsync(IReadOnlyList<SupportContact?> given, CancellationToken ct)
        {
            var ids = given.Select(contact => contact?.UserId).OfType<Guid>().ToArray();
            var users = await db.ListAsync<User>("select id, email_key from accounts where id = any (@ids) and kind = 'partner' and status = 'active'", new { ids }, ct);
            return users.ToDictionary(user => user.Id, user => user.EmailKey);
        }

        private static Refusal? FlawOf(SupportContact? contact, int index, Dictionary<Guid, string> users) => contact switch
        {
            { UserId: { } id, Email: null } => users.ContainsKey(id) ? null : new NoSupportContact($"supportContacts[{index}].userId"),
            { UserId: null, Email: { } email } => EmailAddress.TryParse(email.Trim(), out _) ? null : new InvalidContactEmail(index),
            _ => new NoSupportContact($"supportContacts[{index}]"),
        };

        private static IReadOnlyList<SupportContact> Distinct(IReadOnlyList<SupportContact> given, Dictionary<Guid, string> users)
        {
            var chosen = given.Where(contact => contact.UserId is not null).Select(contact => users[contact.UserId!.Value]).ToHashSet();
            return
            [
                .. given.Where(contact => contact.UserId is not null || !chosen.Contains(EmailAddress.KeyOf(contact.Email!)))
                    .DistinctBy(contact => contact.UserId is { } id ? id.ToString() : EmailAddress.KeyOf(contact.Email!))
                    .Select(contact => contact with { Email = contact.Email?.Trim() }),
            ];
        }

        private sealed record User(Guid Id, string EmailKey);
    }
}

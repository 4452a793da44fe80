using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.AccountLockout;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>The partner's team by name, searched and narrowed; also those invited and deactivated, and who is locked out (TN-5, AC-5).</summary>
[Requires(Permission.Tenant)]
public sealed record ListPartnerUsers : IQuery<PartnerUserList>
{
    /// <summary>Some letters of a name or an address, ignoring case and accents.</summary>
    [StringLength(254, ErrorMessage = "This search text is too long.")]
    public string? Query { get; init; }

    /// <summary>Only "admin" or "supporter".</summary>
    [AllowedValues(null, "admin", "supporter", ErrorMessage = "Choose a role from the list.")]
    public string? Role { get; init; }

    /// <summary>Only "invited", "active" or "deactivated".</summary>
    [AllowedValues(null, "invited", "active", "deactivated", ErrorMessage = "Choose a status from the list.")]
    public string? Status { get; init; }

    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>The last person of the page before.</summary>
    public Guid? Cursor { get; init; }

    internal sealed class Handler(Db db, IMediator mediator) : IRequestHandler<ListPartnerUsers, Outcome<PartnerUserList>>
    {
        public async Task<Outcome<PartnerUserList>> Handle(ListPartnerUsers request, CancellationToken cancellationToken)
        {
            var found = await db.ListAsync<PartnerUser>(
                Sql, new { query = WellFormed.Text((request.Query ?? "").Trim()), request.Role, request.Status, request.Cursor, limit = request.Limit + 1 }, cancellationToken);
            var locked = (await mediator.Send(new ListLockedAccounts(), cancellationToken)).Value?.ToDictionary(account => account.Id) ?? [];
            var shown = found.Take(request.Limit).Select(user => user with { LockedUntil = locked.GetValueOrDefault(user.Id)?.OpensAt }).ToList();
            return new PartnerUserList(shown, found.Count > shown.Count ? shown[^1].Id : null);
        }

        // When somebody was seen is asked only of those who are shown.
        private const string Sql =
            $"""
            select {PartnerUser.Columns}
            from (
              select id, name, email, role, status, created_at
              from accounts
              where kind = 'partner' and (@Role::text is null or role = @Role) and (@Status::text is null or status = @Status)
                and (@query = '' or position(contact_key(@query) in contact_key(name)) > 0 or position(contact_key(@query) in contact_key(email)) > 0)
                and (@Cursor::uuid is null or (fold(name), id) > (select fold(name), id from accounts where id = @Cursor))
              order by fold(name), id
              limit @limit) a
            order by fold(a.name), a.id
            """;
    }
}

/// <summary>A page of the team, and where the next one begins.</summary>
public sealed record PartnerUserList(IReadOnlyList<PartnerUser> Users, Guid? Next);

using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.AccountLockout;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Members;

/// <summary>Who belongs to the caller's organization, in the order in which they came; also those deactivated, and who is locked out (OR-7, AC-5).</summary>
[Requires(Permission.LookInside), PersonalData]
public sealed record ListMembers : IQuery<MemberList>
{
    /// <summary>The organization, where the caller names one: any but the own is not found.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>The last member of the page before.</summary>
    public Guid? Cursor { get; init; }

    internal sealed class Handler(Db db, Caller caller, IMediator mediator) : IRequestHandler<ListMembers, Outcome<MemberList>>
    {
        public async Task<Outcome<MemberList>> Handle(ListMembers request, CancellationToken cancellationToken)
        {
            if (request.OrganizationId is { } id && id != caller.Organization) return new NotFound();
            var found = await db.ListAsync<Member>(
                """
                select id, name, email, role, status, created_at
                from accounts
                where organization_id = @Organization and (@Cursor::uuid is null or id > @Cursor)
                order by id
                limit @limit
                """,
                new { caller.Organization, request.Cursor, limit = request.Limit + 1 }, cancellationToken);
            var locked = (await mediator.Send(new ListLockedAccounts(), cancellationToken)).Value?.ToDictionary(account => account.Id) ?? [];
            var shown = found.Take(request.Limit).Select(member => member with { LockedUntil = locked.GetValueOrDefault(member.Id)?.OpensAt }).ToList();
            return new MemberList(shown, found.Count > shown.Count ? shown[^1].Id : null);
        }
    }
}

/// <summary>A page of members, and where the next one begins.</summary>
public sealed record MemberList(IReadOnlyList<Member> Members, Guid? Next);

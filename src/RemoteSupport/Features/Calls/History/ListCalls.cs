using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.History;

/// <summary>The call history: calls that the caller may see, the newest first (IS-1).</summary>
[Requires(Permission.Invitations)]
public sealed record ListCalls : IQuery<CallList>, IValidatableObject
{
    /// <summary>Which calls.</summary>
    public CallFilter Filter { get; init; } = new();

    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>The last call of the page before.</summary>
    public Guid? Cursor { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => NestedParts.Check(Filter);

    internal sealed class Handler(Db db, CallSight sight) : IRequestHandler<ListCalls, Outcome<CallList>>
    {
        public async Task<Outcome<CallList>> Handle(ListCalls request, CancellationToken cancellationToken)
        {
            var filter = request.Filter;
            var found = await db.ListAsync<PastCall>(
                $"select {PastCall.Columns} from {PastCall.Tables} where {CallSight.Condition}{filter.Conditions(request.Cursor)} order by c.id desc limit @rows",
                sight.Values(new
                {
                    below = request.Cursor, filter.State, filter.Channel, filter.Person, filter.Invitee, filter.From, filter.To, firstId = filter.FirstId, lastId = filter.LastId,
                    rows = request.Limit + 1,
                }),
                cancellationToken);
            var shown = found.Take(request.Limit).ToList();
            return new CallList(shown, found.Count > shown.Count ? shown[^1].Id : null);
        }
    }
}

/// <summary>A page of the history, and where the next one begins.</summary>
public sealed record CallList(IReadOnlyList<PastCall> Items, Guid? Next);

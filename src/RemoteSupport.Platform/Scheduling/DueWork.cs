using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Platform.Scheduling;

/// <summary>
/// A kind of work that the clock brings: every few seconds, on one of the nodes, in each tenant that has something due in the table.
/// <paramref name="Do"/> takes one batch and answers how much it was; it is called again until that is nothing. It must be safe to repeat: a node may die in the middle.
/// </summary>
/// <param name="Kind">Names it in the schedule, for good: nodes of the next version go on with it.</param>
/// <param name="Table">A table that answers what is due (see answer_due in the migrations).</param>
/// <param name="Do">The work inside one tenant.</param>
public sealed record DueWork(string Kind, string Table, Func<IServiceProvider, CancellationToken, Task<int>> Do);

/// <summary>How a slice declares its work.</summary>
public static class DueWorkSetup
{
    /// <summary>Sends a command per tenant that has something due, until it answers that it found nothing more.</summary>
    public static IServiceCollection AddDueWork(this IServiceCollection services, string kind, string table, Func<ICommand<int>> command) =>
        services.AddSingleton(new DueWork(kind, table, async (scope, ct) =>
        {
            var outcome = await scope.GetRequiredService<IMediator>().Send(command(), ct);
            return outcome.Succeeded(out var count, out var refusal) ? count : throw new InvalidOperationException($"{kind} was refused: {refusal.Code}.");
        }));
}

using System.Reflection;
using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Platform.Mediation;

/// <summary>
/// A command's transaction with its audit entry (AU-1): all or nothing, and nothing when it is refused. A command sent by another joins
/// that one's transaction and entry.
/// </summary>
internal sealed class Transaction<TRequest, TResponse>(Db db, AuditTrail audit) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly bool IsWrapped = typeof(ICommand).IsAssignableFrom(typeof(TRequest)) && typeof(TRequest).GetCustomAttribute<OwnTransactionsAttribute>() is null;

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (!IsWrapped || db.InTransaction) return next();
        return db.InTransactionAsync(
            async () =>
            {
                var response = await next();
                if (!IsRefused(response)) await audit.WriteAsync(typeof(TRequest).Name);
                return response;
            },
            keep: response => !IsRefused(response),
            cancellationToken);
    }

    private static bool IsRefused(TResponse response) => response is IOutcome { Refusal: not null };
}

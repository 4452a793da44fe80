using System.Reflection;
using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Platform.Mediation;

/// <summary>
/// A command's transaction with its audit entry (AU-1): all or nothing, and nothing when it is refused. A command sent by another joins
/// that one's transaction and entry. Whoever may no longer do it by the time it is done changes nothing.
/// </summary>
internal sealed class Transaction<TRequest, TResponse>(Db db, AuditTrail audit, SessionRecheck recheck) : IPipelineBehavior<TRequest, TResponse>
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
                if (IsRefused(response)) return response;
                if (await recheck.RefusalAsync() is { } refusal) return Refused<TResponse>.By(refusal);
                await audit.WriteAsync(typeof(TRequest).Name);
                return response;
            },
            keep: response => !IsRefused(response),
            cancellationToken);
    }

    private static bool IsRefused(TResponse response) => response is IOutcome { Refusal: not null };
}

using System.Reflection;
using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Platform.Mediation;

/// <summary>A query that shows personal data: in a remote login each answer is recorded as a page visit (RA-14).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PersonalDataAttribute : Attribute
{
    /// <summary>Open pages do not hear of the visit: of looking at the trail itself, which would otherwise renew what it shows for ever.</summary>
    public bool IsQuiet { get; init; }
}

/// <summary>
/// Records reads of personal data in a remote login, before the answer goes out: what could not be recorded is not shown. What a query or command asks of
/// another belongs to its own entry.
/// </summary>
internal sealed class PageVisit<TRequest, TResponse>(Caller caller, AuditTrail audit, PageVisits visits) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly PersonalDataAttribute? Personal = typeof(TRequest).GetCustomAttribute<PersonalDataAttribute>();
    private static readonly bool IsCommand = typeof(ICommand).IsAssignableFrom(typeof(TRequest));

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (caller.Session?.Acting is null || visits.IsInside || (Personal is null && !IsCommand)) return next();
        return RecordAsync(next);
    }

    private async Task<TResponse> RecordAsync(RequestHandlerDelegate<TResponse> next)
    {
        visits.IsInside = true;
        try
        {
            var response = await next();
            if (Personal is not null && response is not IOutcome { Refusal: not null }) await audit.WriteAsync(typeof(TRequest).Name, Personal.IsQuiet);
            return response;
        }
        finally
        {
            visits.IsInside = false;
        }
    }
}

/// <summary>Whether the scope is inside an operation that is recorded already.</summary>
internal sealed class PageVisits
{
    public bool IsInside { get; set; }
}

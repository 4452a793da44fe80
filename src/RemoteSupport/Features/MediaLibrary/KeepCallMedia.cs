using MediatR;
using RemoteSupport.Features.Calls.Files;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>What was sent in a call, or recorded of it, is kept in the library of whoever invited.</summary>
internal sealed class KeepCallMedia(NewItems items) : INotificationHandler<CallMediaArrived>
{
    public async Task Handle(CallMediaArrived notification, CancellationToken cancellationToken)
    {
        var (media, call, owner, organization, file, thumbnail, name, duration, isSeekable) = notification;
        // It was taken in a moment ago, by the same request.
        if ((await items.AddAsync(new NewItem(media, owner, organization, call, file, thumbnail, name, duration, isSeekable))).Refusal is not null)
            throw new InvalidOperationException($"The upload {file} is not there.");
    }
}
